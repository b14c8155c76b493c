;; Turns the core's text back into its bytes, see alphabet.mjs: in JavaScript the loop would run in an interpreter, since it
;; runs once, and take two to three times as long as all of this.
;;
;; Memory begins with what is added to each character to get its byte: first for single characters, then for those behind
;; each of the two from "}" (125) on. What is read and what is written follow.
(module
  (memory (export "memory") 2)
  (func (export "decode") (param $from i32) (param $to i32) (param $end i32)
    (local $code i32)
    (loop $next
      (local.set $code (i32.load8_u (local.get $from)))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))
      (if (i32.ge_u (local.get $code) (i32.const 125))
        (then
          (local.set $code
            (i32.add
              (i32.mul (i32.sub (local.get $code) (i32.const 124)) (i32.const 128))
              (i32.load8_u (local.get $from))))
          (local.set $from (i32.add (local.get $from) (i32.const 1)))))
      (i32.store8 (local.get $to) (i32.add (local.get $code) (i32.load8_u (local.get $code))))
      (local.set $to (i32.add (local.get $to) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $to) (local.get $end))))))
