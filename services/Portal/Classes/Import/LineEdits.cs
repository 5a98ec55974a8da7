using Phase1.Portal.Frame;

namespace Phase1.Portal.Classes.Import;

/// <summary>Lines of a class list that are put right beside what is wrong with them.</summary>
static class LineEdits
{
    const string Now = "line-";
    const string Was = "was-";

    /// <summary>The names of the fields in which a line stands, as it is to be and as it was.</summary>
    internal static (string Now, string Was) FieldsOf(int place) => ($"{Now}{place}", $"{Was}{place}");

    /// <summary>Where a line of a preview stands in the text, from 0; null where a cell goes over several lines, so that they are not counted alike.</summary>
    /// <param name="text">The whole list.</param>
    /// <param name="isTable">Whether every line counts; else those that are not blank.</param>
    /// <param name="line">As the preview counts, from 1.</param>
    internal static (int Place, string Text)? Find(string text, bool isTable, int line)
    {
        var lines = text.Split('\n').Select(one => one.TrimEnd('\r')).Index().ToList();
        if (lines.Exists(one => one.Item.Count(letter => letter == '"') % 2 != 0))
        {
            return null;
        }
        return lines.Where(one => isTable || !string.IsNullOrWhiteSpace(one.Item)).ElementAtOrDefault(line - 1) is (_, not null) found
            ? found
            : null;
    }

    /// <summary>The list with the lines as they are to be. One that was changed in the list itself stays as it was changed there.</summary>
    internal static string Apply(string text, PageForm form) =>
        string.Join('\n', text.Split('\n').Select((line, place) => Edited(line, form.Whole($"{Was}{place}"), form.Whole($"{Now}{place}"))));

    static string Edited(string line, string was, string now) =>
        was.Length > 0 && line.TrimEnd('\r') == was ? now.ReplaceLineEndings(" ") : line;
}
