namespace Phase1.Cli.Local;

/// <summary>What is appended to a log from now on.</summary>
/// <param name="name">Whose log it is.</param>
/// <param name="path">The log.</param>
sealed class LogTail(string name, string path)
{
    long _read = new FileInfo(path).Length;

    /// <summary>Copies the lines that are complete.</summary>
    internal void CopyTo(TextWriter output, bool named)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length < _read)
        {
            // Somebody has emptied it.
            _read = 0;
        }
        file.Position = _read;
        var added = new byte[file.Length - _read];
        file.ReadExactly(added);
        var end = Array.LastIndexOf(added, (byte)'\n') + 1;
        _read += end;
        foreach (var line in Text(added, end).Split('\n').SkipLast(1))
        {
            output.WriteLine(named ? $"{name, -5} | {line}" : line);
        }
    }

    static string Text(byte[] added, int length) => System.Text.Encoding.UTF8.GetString(added, 0, length);
}
