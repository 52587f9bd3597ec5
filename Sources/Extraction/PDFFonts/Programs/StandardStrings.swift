/// The first of the standard strings of the Compact Font Format (Adobe Technical Note #5176, appendix A).
enum StandardStrings {
  /// Characters of the names with the numbers 1 to 228, which are those of the charset ISOAdobe.
  static let characters = Array(
    """
     !"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklm\
    nopqrstuvwxyz{|}~¡¢£⁄¥ƒ§¤'“«‹›\u{FB01}\u{FB02}–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß¹¬µ™Ð½±Þ¼\
    ÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž
    """.unicodeScalars)
}
