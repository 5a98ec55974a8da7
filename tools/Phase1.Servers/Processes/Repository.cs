namespace Phase1.Servers.Processes;

/// <summary>The working copy that this program was built from.</summary>
public static class Repository
{
    static readonly string Root = FindRoot();

    // .../bin/<configuration>/<framework>/
    static readonly string[] OwnOutput = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[
        ^3..
    ];

    /// <summary>Debug or Release, as this program was built.</summary>
    public static string Configuration => OwnOutput[1];

    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    /// <summary>A file that another project was built to, in the configuration and framework of this one.</summary>
    public static string Output(string project, string file) => Path.Combine([Root, project, .. OwnOutput, file]);

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Phase1.sln")))
        {
            folder = folder.Parent ?? throw new ServerException("This program does not lie in a working copy.");
        }
        return folder.FullName;
    }
}
