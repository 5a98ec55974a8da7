using System.Globalization;
using System.Text.RegularExpressions;

namespace Phase1.Feedback.Masking;

/// <summary>What stands for the students of a batch in one essay: its author is <c>[ELEV]</c>, the others <c>[ELEV 1]</c>, <c>[ELEV 2]</c> ...</summary>
sealed partial class Placeholders
{
    readonly Dictionary<Guid, string> _words;

    Placeholders(IReadOnlyList<Guid> students)
    {
        Students = students;
        _words = students
            .Select((student, index) => (student, index))
            .Where(pair => pair.student != Guid.Empty)
            .ToDictionary(pair => pair.student, pair => WordOf(pair.index));
    }

    /// <summary>The author, or the empty id, and then the others.</summary>
    internal IReadOnlyList<Guid> Students { get; }

    internal Guid Author => Students[0];

    internal static Placeholders Of(ClassNames names, Guid essayId)
    {
        var author = names.AuthorOf(essayId);
        return new([author ?? Guid.Empty, .. names.Students.Where(student => student != author)]);
    }

    internal string Of(Guid student) => _words[student];

    /// <summary>A text in which the students have their names again; a placeholder whose student nobody names stays.</summary>
    /// <param name="text">With placeholders.</param>
    /// <param name="students">Behind them, in their order.</param>
    /// <param name="names">By student.</param>
    internal static string Restore(string text, IReadOnlyList<Guid> students, IReadOnlyDictionary<Guid, string> names) =>
        Words()
            .Replace(
                text,
                word =>
                {
                    var index = word.Groups["n"] is { Success: true, Value: var n } ? int.Parse(n, CultureInfo.InvariantCulture) : 0;
                    return index < students.Count && names.TryGetValue(students[index], out var name) ? name : word.Value;
                }
            );

    static string WordOf(int index) => index == 0 ? "[ELEV]" : string.Create(CultureInfo.InvariantCulture, $"[ELEV {index}]");

    [GeneratedRegex(@"\[ELEV(?: (?<n>[0-9]{1,4}))?\]", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
