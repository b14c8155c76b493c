//! wasm-bindgen: writes the JavaScript glue of a compiled core. The binary is not named `wasm-bindgen`, since rustc would take a
//! crate of that name for the library itself and refuse its version.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(std::env::args_os())
}
