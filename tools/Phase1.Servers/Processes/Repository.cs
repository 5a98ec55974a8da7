namespace Phase1.Servers.Processes;

/// <summary>Files of the working copy that the tests are built from.</summary>
public static class Repository
{
    static readonly string Root = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>A file that another project was built to, in the configuration and framework of this one.</summary>
    public static string Output(string project, string file)
    {
        // .../bin/<configuration>/<framework>/
        var output = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar);
        return Path.Combine([Root, project, .. output[^3..], file]);
    }

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Phase1.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie in a working copy.");
        }
        return folder.FullName;
    }
}
