using System.Diagnostics;
using System.Globalization;
using Phase1.Servers.Processes;

namespace Phase1.Servers.Postgres;

/// <summary>The newest PostgreSQL that Debian's packages have installed, run as an account that it accepts.</summary>
public sealed class PostgresBinaries
{
    const string Packages = "/usr/lib/postgresql";

    // PostgreSQL refuses to run as root; Debian's package brings this account.
    const string Account = "postgres";
    readonly string _folder;

    PostgresBinaries(string folder) => _folder = folder;

    /// <summary>Null where PostgreSQL is not installed.</summary>
    public static PostgresBinaries? Find()
    {
        var folders = Directory.Exists(Packages) ? Directory.EnumerateDirectories(Packages) : [];
        var newest = folders
            .Where(folder => File.Exists(Path.Combine(folder, "bin", "initdb")))
            .MaxBy(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture));
        return newest is null ? null : new PostgresBinaries(Path.Combine(newest, "bin"));
    }

    public static PostgresBinaries Require() =>
        Find() ?? throw new ServerException("PostgreSQL's programs are not here: install Debian's package postgresql.");

    /// <summary>Makes a folder that the server's account alone may enter.</summary>
    internal static async Task CreateFolderAsync(string path)
    {
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await GiveAsync(path);
    }

    /// <summary>Gives a file or folder to the server's account.</summary>
    internal static async Task GiveAsync(string path)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await Programs.RunAsync(new ProcessStartInfo("chown", [$"{Account}:", path]));
        }
    }

    /// <summary>Whether the server's account can write in a folder, which it cannot where it may not enter one above it.</summary>
    internal static async Task<bool> CanWriteAsync(string folder)
    {
        try
        {
            await Programs.RunAsync(AsAccount("test", ["-w", folder]));
            return true;
        }
        catch (ServerException)
        {
            return false;
        }
    }

    internal Task RunAsync(string program, params string[] arguments) => Programs.RunAsync(Prepare(program, arguments));

    /// <summary>For the end of the process, where nothing can be awaited and nothing may fail.</summary>
    internal void RunToEnd(string program, params string[] arguments) => Programs.RunToEnd(Prepare(program, arguments));

    ProcessStartInfo Prepare(string program, string[] arguments) => AsAccount(Path.Combine(_folder, program), arguments);

    // The account may not enter the caller's folder.
    static ProcessStartInfo AsAccount(string program, string[] arguments) =>
        Environment.IsPrivilegedProcess
            ? new("runuser", ["-u", Account, "--", program, .. arguments]) { WorkingDirectory = "/" }
            : new(program, arguments) { WorkingDirectory = "/" };
}
