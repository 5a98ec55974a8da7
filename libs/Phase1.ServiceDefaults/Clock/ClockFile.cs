using System.Globalization;

namespace Phase1.ServiceDefaults;

/// <summary>The offset of the demo's clock, on disk.</summary>
sealed class ClockFile(string path)
{
    internal TimeSpan Read()
    {
        if (!File.Exists(path))
        {
            return TimeSpan.Zero;
        }
        return
            TimeSpan.TryParseExact(File.ReadAllText(path).Trim(), "c", CultureInfo.InvariantCulture, out var offset)
            && offset >= TimeSpan.Zero
            ? offset
            : throw new ConfigurationException($"Demo:Clock names a file that holds no clock offset: {path}");
    }

    /// <summary>By renaming, so that a process killed in between leaves the old offset or the new one.</summary>
    internal void Write(TimeSpan offset)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var next = $"{path}.next";
        File.WriteAllText(next, offset.ToString("c", CultureInfo.InvariantCulture));
        File.Move(next, path, overwrite: true);
    }
}
