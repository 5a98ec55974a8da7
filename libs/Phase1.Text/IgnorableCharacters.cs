namespace Phase1.Text;

/// <summary>
/// The characters that nothing shows: Unicode's Default_Ignorable_Code_Point (soft hyphen, joiners, direction marks, variation selectors,
/// tags), the marks of annotations and embedded objects, and the strokes that only stretch a word in Arabic and N'Ko. <see cref="Fillers"/> are read apart.
/// </summary>
static class IgnorableCharacters
{
    public static IEnumerable<int> All { get; } =
        Ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).ToArray();

    static IReadOnlyList<(int First, int Last)> Ranges =>
        [
            (0x00AD, 0x00AD),
            (0x034F, 0x034F),
            (0x061C, 0x061C),
            (0x0640, 0x0640),
            (0x07FA, 0x07FA),
            (0x17B4, 0x17B5),
            (0x180B, 0x180D),
            (0x180F, 0x180F),
            (0x200B, 0x200F),
            (0x202A, 0x202E),
            (0x2060, 0x206F),
            (0xFE00, 0xFE0F),
            (0xFEFF, 0xFEFF),
            (0xFFF0, 0xFFFC),
            (0x1BCA0, 0x1BCA3),
            (0x1D173, 0x1D17A),
            (0xE0000, 0xE0FFF),
        ];
}
