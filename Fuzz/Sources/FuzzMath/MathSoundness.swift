import Fuzzing
import TeXMath

/// What holds of every converted formula, whatever was read.
enum MathSoundness {
  /// Ends the process when something does not hold, so that the fuzzer keeps the input.
  ///
  /// Checked are: the MathML is well-formed and keeps to MathML Core; the text is UTF-8 without control characters;
  /// every issue lies in the formula; a second conversion gives the same.
  static func check(_ tex: [UInt8], _ converter: MathConverter, display: Bool) {
    let conversion = converter.convert(tex, display: display)
    let fault = MathMLChecker.fault(in: conversion.mathML, isMinimal: conversion.issues.isEmpty)
    require(fault == nil, fault ?? "")
    require(String(validating: conversion.text, as: UTF8.self) != nil, "the text is not UTF-8")
    require(!conversion.text.contains { $0 < 0x20 || $0 == 0x7F }, "a control character in the text")
    for issue in conversion.issues {
      require(
        issue.range.lowerBound >= 0 && issue.range.upperBound <= tex.count,
        "an issue at \(issue.range) of \(tex.count)")
      require(!issue.message.isEmpty, "an issue without a message")
      require(
        String(validating: issue.suggestion ?? [], as: UTF8.self) != nil, "a suggestion that is not UTF-8")
    }
    let again = converter.convert(tex, display: display)
    require(again.mathML == conversion.mathML && again.text == conversion.text, "not the same twice")
  }
}
