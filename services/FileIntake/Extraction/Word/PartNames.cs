namespace Phase1.FileIntake.Extraction.Word;

/// <summary>Names of parts as keys: forward slashes, no leading one, no dots.</summary>
static class PartNames
{
    public static string Normalize(string name)
    {
        List<string> segments = [];
        foreach (var segment in name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment != "..")
            {
                segments.Add(segment);
            }
            else if (segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }

        return string.Join('/', segments.Where(segment => segment != "."));
    }

    /// <summary>The part that a relationship of the source names: from the root, or from the source's own folder.</summary>
    public static string Resolve(string target, string source) =>
        Normalize(target.StartsWith('/') || target.StartsWith('\\') ? target : $"{source[..(source.LastIndexOf('/') + 1)]}{target}");
}
