import TeXMath

/// Judges a command that is a sign of its own, by what a browser makes of `a\name b`: the sign, and the space around
/// it, which says its class (The TeXbook, chapter 18).
enum SignCheck {
  /// What is wrong with the sign; `nil` if nothing.
  static func fault(of sign: CaseFiles.Sign) -> String? {
    let (tex, isDisplay) = formula(of: sign)
    let conversion = MathConverter().convert(Array(tex.utf8), display: isDisplay)
    if let issue = conversion.issues.first { return issue.message }
    if let fault = MathMLChecker.fault(in: conversion.mathML) { return fault }
    guard let root = try? MathMLReader.read(conversion.mathML) else { return "no XML" }
    return structureFault(of: sign, root)
      ?? textFault(of: sign, String(decoding: conversion.text, as: UTF8.self))
  }

  private static func formula(of sign: CaseFiles.Sign) -> (tex: String, isDisplay: Bool) {
    let command = "\\" + sign.command
    return switch sign.kind {
    case "accent", "wide", "under", "wideunder": (command + " x", false)
    case "arrow": (command + "[b]{a}", false)
    case "limits": (command + "_n b", true)
    default: ("a" + command + " b", false)
    }
  }

  private static func structureFault(of sign: CaseFiles.Sign, _ root: MathMLElement) -> String? {
    switch sign.kind {
    case "accent", "wide", "under", "wideunder": return accentFault(of: sign, root)
    case "arrow": return arrowFault(of: sign, root)
    case "function":
      return matches(root, "a ~0.167em \(name(sign)) @ b", "a \(name(sign)) @ b")
    case "limits":
      return matches(root, "under(\(name(sign)) n) @ b")
    default: return spacingFault(of: sign, root)
    }
  }

  private static func name(_ sign: CaseFiles.Sign) -> String {
    "mi:'" + String(sign.sign.map { $0 == "_" ? "\u{20}" : $0 }) + "'"
  }

  private static func matches(_ root: MathMLElement, _ sketches: String...) -> String? {
    let isRight = sketches.contains { sketch in
      guard let wanted = try? MathMLSketch(sketch) else { return false }
      return wanted.matches(root)
    }
    return isRight ? nil : "wanted: \(sketches[0]), found: \(MathMLSketch(of: root))"
  }

  private static func accentFault(of sign: CaseFiles.Sign, _ root: MathMLElement) -> String? {
    let isUnder = sign.kind.hasSuffix("under")
    let shape = isUnder ? "under[accentunder]" : "over[accent]"
    if let fault = matches(root, "\(shape)(x '\(sign.sign)')") { return fault }
    let mark = root.children[0].children[1]
    let properties = OperatorDefaults.properties(of: mark.text, .postfix)
    let isStretchy = mark["stretchy"].map { $0 == "true" } ?? properties.isStretchy
    return isStretchy == sign.kind.hasPrefix("wide")
      ? nil : isStretchy ? "it stretches" : "it does not stretch"
  }

  private static func arrowFault(of sign: CaseFiles.Sign, _ root: MathMLElement) -> String? {
    guard root.children.count == 1, root.children[0].name == "munderover" else {
      return "found: \(MathMLSketch(of: root))"
    }
    let parts = root.children[0].children
    let properties = OperatorDefaults.properties(of: parts[0].text, .infix)
    let isStretchy = parts[0]["stretchy"].map { $0 == "true" } ?? properties.isStretchy
    if parts[0].name != "mo" || parts[0].text != sign.sign { return "found: \(MathMLSketch(of: root))" }
    if !isStretchy { return "it does not stretch" }
    return parts[1].allText == "b" && parts[2].allText == "a" ? nil : "the labels: \(MathMLSketch(of: root))"
  }

  // MARK: Space

  private static func spacingFault(of sign: CaseFiles.Sign, _ root: MathMLElement) -> String? {
    let solid = root.children.filter { $0.name != "mspace" }
    guard solid.count == 3, solid[0].text == "a", solid[2].text == "b" else {
      return "found: \(MathMLSketch(of: root))"
    }
    let element = solid[1]
    guard element.text == sign.sign else { return "wanted: \(sign.sign), found: \(element.text)" }
    switch sign.kind {
    case "variable":
      if element.name != "mi" || !element.attributes.isEmpty { return "it is no variable" }
    case "upright":
      if element.name != "mi" || element["mathvariant"] != "normal" { return "it is not upright" }
    case "text":
      if element.name == "mo" { return "it is an operator" }
    default: break
    }
    let (left, right) = space(around: element, in: root)
    let (lefts, rights) = wanted(sign.kind)
    guard lefts.contains(left), rights.contains(right) else {
      return "\(sign.kind) with \(left) and \(right) mu around it"
    }
    return nil
  }

  /// The space at both sides of the only sign of a row of three, in mu (eighteenths of an em).
  private static func space(around sign: MathMLElement, in root: MathMLElement) -> (
    left: Double, right: Double
  ) {
    var spaces = [0.0, 0.0]
    var side = 0
    for child in root.children {
      if child.name == "mspace" {
        spaces[side] += length(child["width"]) ?? 0
      } else if child.text == sign.text {
        side = 1
      }
    }
    if sign.name == "mo" {
      let form = sign["form"].flatMap { OperatorDefaults.Form(rawValue: $0) } ?? .infix
      let properties = OperatorDefaults.properties(of: sign.text, form)
      spaces[0] += length(sign["lspace"]) ?? properties.lspace * 18
      spaces[1] += length(sign["rspace"]) ?? properties.rspace * 18
    }
    return ((spaces[0] * 10).rounded() / 10, (spaces[1] * 10).rounded() / 10)
  }

  private static func length(_ value: String?) -> Double? {
    value.flatMap { Double($0.hasSuffix("em") ? $0.dropLast(2) : $0[...]) }.map { $0 * 18 }
  }

  /// The table of chapter 18, between two ordinary atoms; a browser's own space may be a mu off.
  private static func wanted(_ kind: String) -> (left: ClosedRange<Double>, right: ClosedRange<Double>) {
    switch kind {
    case "binary": (3...5, 3...5)
    case "relation": (4...5, 4...5)
    case "operator", "integral": (3...3, 3...3)
    case "punctuation": (0...0, 3...3)
    case "inner": (0...3, 0...3)
    default: (0...0, 0...0)
    }
  }

  // MARK: Text

  private static func textFault(of sign: CaseFiles.Sign, _ text: String) -> String? {
    let shown = sign.sign.unicodeScalars.map { scalar in
      switch scalar {
      case "−": "-"
      case "∗": "*"
      case "∣": "|"
      case "≔": ":="
      case "′": "'"
      default: String(scalar)
      }
    }.joined()
    switch sign.kind {
    case "accent", "wide", "under", "wideunder":
      return text.unicodeScalars.contains("x") && text.unicodeScalars.count > 1 ? nil : "its text is \(text)"
    case "function", "limits":
      let name = String(sign.sign.map { $0 == "_" ? "\u{20}" : $0 })
      return text.contains(name) ? nil : "its text is \(text)"
    default:
      // By scalars: a stroke is a character of its own.
      let scalars = Array(text.unicodeScalars)
      let isShown = [shown, sign.sign].contains {
        !scalars.split(separator: Array($0.unicodeScalars)).elementsEqual([scalars[...]])
      }
      return isShown ? nil : "its text is \(text)"
    }
  }
}
