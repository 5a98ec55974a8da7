using System.Text;

namespace Phase1.Nlp.Matching;

/// <summary>Reads a name out of a file name: "siri-lo_wikander_NV26B.docx".</summary>
sealed class FileNameReader : IReadingStep
{
    const int LongestExtension = 5;
    const int MostWords = 8;

    public void Read(EssayReading reading)
    {
        if (NameIn(reading.FileName) is { } name)
        {
            reading.FileNames.Add(new PersonName(name, NameSource.FileName));
        }
    }

    public static string? NameIn(string fileName)
    {
        List<string> words = [];
        foreach (var word in Split(WithoutExtension(fileName)))
        {
            var parts = word.Split('-').Where(part => NameWord.Is(part) && !Words.StopsFileName(part)).ToArray();
            if (parts.Length > 0)
            {
                words.Add(string.Join('-', parts));
            }
        }

        var tokens = words.Sum(word => word.Count(c => c == '-') + 1);
        return tokens >= 2 && words.Count <= MostWords ? string.Join(' ', words) : null;
    }

    static string WithoutExtension(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        var extension = dot > 0 ? fileName.AsSpan(dot + 1) : [];
        var isExtension = extension.Length is >= 1 and <= LongestExtension && extension.IndexOfAnyExcept(Alphanumeric) < 0;
        return isExtension ? fileName[..dot] : fileName;
    }

    static readonly System.Buffers.SearchValues<char> Alphanumeric = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    );

    static string[] Split(string fileName)
    {
        StringBuilder spaced = new(fileName.Length + 8);
        for (var i = 0; i < fileName.Length; i++)
        {
            var c = fileName[i];
            if (i > 0 && char.IsUpper(c) && char.IsLower(fileName[i - 1]))
            {
                spaced.Append(' ');
            }

            spaced.Append(c is '_' or '.' or '+' or '(' or ')' or '[' or ']' or '{' or '}' or ',' ? ' ' : c);
        }

        return spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
