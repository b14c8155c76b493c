//! wasm-bindgen: writes the JavaScript glue of a compiled core. Not a binary named `wasm-bindgen`, since rustc takes a crate
//! of that name for the library itself and refuses its version.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(std::env::args_os())
}
