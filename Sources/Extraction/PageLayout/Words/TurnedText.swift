internal import Diagnostics

/// Puts words together again whose characters lie on their side, one above or below the other, as in turned heads.
///
/// `pdftotext` takes every such character for a word.
enum TurnedText {
  static func join(_ words: inout [Word]) {
    guard words.contains(where: \.liesOnItsSide) else { return }
    var joined: [Word] = []
    /// The character that came last of each word.
    var last: Word?
    for word in words {
      if let previous = last, word.goesOnTurned(from: previous), var whole = joined.popLast() {
        whole.text += word.text
        whole.box = whole.box.union(word.box)
        whole.turned = whole.turned.flatMap { place in
          word.turned.map { TurnedPlace(isDown: place.isDown, box: place.box.union($0.box)) }
        }
        joined.append(whole)
      } else {
        joined.append(word)
      }
      last = word
    }
    guard joined.count < words.count else { return }
    for index in joined.indices where joined[index].text.unicodeScalars.count > 1 {
      // The font's box is far wider than the characters that lie in it.
      if let place = joined[index].turned { joined[index].box = place.box }
    }
    for index in joined.indices { joined[index].order = index }
    words = joined
  }
}

extension Word {
  /// A character that is wider than high by far: its line runs up or down.
  fileprivate var liesOnItsSide: Bool {
    text.unicodeScalars.count == 1 && box.width > box.height * 1.8
      && text.unicodeScalars.allSatisfy(TextJoining.isChinese)
  }

  /// Whether it begins right where `word` ends, in the same turned line.
  fileprivate func goesOnTurned(from word: Word) -> Bool {
    guard text.unicodeScalars.count == 1, word.text.unicodeScalars.count == 1,
      liesOnItsSide || word.liesOnItsSide, abs(box.left - word.box.left) < 1,
      abs(box.right - word.box.right) < 1
    else { return false }
    let slack = max(1, box.height * 0.15)
    return abs(box.bottom - word.box.top) < slack || abs(box.top - word.box.bottom) < slack
  }
}
