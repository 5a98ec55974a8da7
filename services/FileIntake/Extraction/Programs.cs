namespace Phase1.FileIntake.Extraction;

/// <summary>Where programs are, found by this process, so that the one that is started needs no PATH.</summary>
static class Programs
{
    /// <summary>The full path of a program.</summary>
    /// <param name="name">Its name, which is looked for on the PATH, or its path.</param>
    /// <exception cref="ConverterMissingException">There is none of that name.</exception>
    public static string PathOf(string name) =>
        name.Contains(Path.DirectorySeparatorChar)
            ? name
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, name))
                .FirstOrDefault(File.Exists)
                ?? throw new ConverterMissingException();
}
