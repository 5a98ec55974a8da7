using System.Collections.Frozen;
using System.Globalization;

namespace Phase1.Text;

/// <summary>The canonical decompositions, compositions and combining classes of Unicode 14, read once from the embedded table.</summary>
sealed class CanonicalData
{
    readonly FrozenDictionary<int, int[]> _decompositions;
    readonly FrozenDictionary<long, int> _compositions;
    readonly FrozenDictionary<int, byte> _classes;
    readonly FrozenSet<int> _composable;

    CanonicalData(Dictionary<int, int[]> pairs, Dictionary<int, int[]> singles, Dictionary<int, byte> classes)
    {
        _decompositions = pairs.Concat(singles).ToFrozenDictionary();
        _compositions = pairs.ToFrozenDictionary(pair => Key(pair.Value[0], pair.Value[1]), pair => pair.Key);
        _classes = classes.ToFrozenDictionary();
        _composable = singles.Keys.Concat(pairs.Values.Select(parts => parts[1])).Concat(classes.Keys).ToFrozenSet();
    }

    public static CanonicalData Instance { get; } = Read();

    public int[]? Decomposition(int codePoint) => _decompositions.GetValueOrDefault(codePoint);

    public int? Composition(int first, int second) => _compositions.TryGetValue(Key(first, second), out var composed) ? composed : null;

    public byte CombiningClass(int codePoint) => _classes.GetValueOrDefault(codePoint);

    /// <summary>True when the composed form of a text that holds this code point may differ from the text.</summary>
    public bool MayChangeWhenComposed(int codePoint) => _composable.Contains(codePoint) || Hangul.IsTrailingJamo(codePoint);

    static long Key(int first, int second) => ((long)first << 32) | (uint)second;

    static CanonicalData Read()
    {
        using var stream = typeof(CanonicalData).Assembly.GetManifestResourceStream("canonical-forms.txt")!;
        using var reader = new StreamReader(stream);
        Dictionary<int, int[]> pairs = [];
        Dictionary<int, int[]> singles = [];
        Dictionary<int, byte> combiningClasses = [];
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (line.StartsWith('['))
            {
                section = line;
                continue;
            }

            foreach (var entry in line.Split(' '))
            {
                var (name, value) = entry.IndexOf('=') is var at ? (entry[..at], entry[(at + 1)..]) : default;
                if (section == "[Classes]")
                {
                    AddClass(combiningClasses, name, byte.Parse(value, CultureInfo.InvariantCulture));
                }
                else
                {
                    (section == "[Pairs]" ? pairs : singles)[Hex(name)] = [.. value.Split('+').Select(Hex)];
                }
            }
        }

        return new CanonicalData(pairs, singles, combiningClasses);
    }

    static void AddClass(Dictionary<int, byte> target, string range, byte combiningClass)
    {
        var ends = range.Split('-');
        for (var codePoint = Hex(ends[0]); codePoint <= Hex(ends[^1]); codePoint++)
        {
            target[codePoint] = combiningClass;
        }
    }

    static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
