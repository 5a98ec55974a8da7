using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Phase1.Servers.Postgres;

/// <summary>
/// A private PostgreSQL that outlives the process that started it and keeps its data. Its folder holds the port, the passwords of its two roles
/// (the superuser and phase1, which may create databases), and the place of the data.
/// </summary>
public sealed class KeptPostgres(string folder)
{
    const string Elsewhere = "/var/lib/phase1";

    const string Settings = """
        shared_buffers = 256MB
        max_connections = 300
        max_wal_size = 2GB

        """;

    const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Where it listens; null while it does not run.</summary>
    public int? RunningPort => Home is { } home && DataIn(home).ServerId is not null ? Port : null;

    string? Home => Text("home");

    int? Port => int.TryParse(Text("port"), CultureInfo.InvariantCulture, out var port) ? port : null;

    /// <summary>Makes the cluster if there is none and starts it if it does not run, on the port that it had if that is free.</summary>
    /// <returns>A connection string of the role phase1.</returns>
    public async Task<string> StartAsync()
    {
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var home = Home ?? await ChooseHomeAsync();
        var data = DataIn(home);
        if (!data.IsThere)
        {
            await CreateAsync(home, data);
        }
        if (data.ServerId is null)
        {
            await WriteAsync("port", (await data.StartAsync(Port)).ToString(CultureInfo.InvariantCulture));
        }
        await CreateRoleAsync();
        return ConnectionString("phase1", "phase1.password");
    }

    public async Task StopAsync()
    {
        if (RunningPort is not null)
        {
            await DataIn(Home!).StopAsync("fast");
        }
    }

    static PostgresData DataIn(string home) =>
        new(PostgresBinaries.Require(), Path.Combine(home, "data"), Path.Combine(home, "server.log"), sockets: "");

    // Beside the other files or, where the server's account cannot get in there, under /var/lib.
    async Task<string> ChooseHomeAsync()
    {
        var home = Path.Combine(folder, "server");
        await PostgresBinaries.CreateFolderAsync(home);
        if (!await PostgresBinaries.CanWriteAsync(home))
        {
            Directory.Delete(home);
            var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder + "\n")))[..16];
            home = Path.Combine(Elsewhere, name);
            Directory.CreateDirectory(Elsewhere);
            await PostgresBinaries.CreateFolderAsync(home);
        }
        await WriteAsync("home", home);
        return home;
    }

    async Task CreateAsync(string home, PostgresData data)
    {
        await WriteAsync("superuser.password", NewPassword(), Secret);
        await WriteAsync("phase1.password", NewPassword(), Secret);
        var password = Path.Combine(home, "secret");
        File.Delete(password);
        File.Copy(Path.Combine(folder, "superuser.password"), password);
        await PostgresBinaries.GiveAsync(password);
        await data.InitialiseAsync(Settings, "--auth=scram-sha-256", $"--pwfile={password}");
        File.Delete(password);
    }

    async Task CreateRoleAsync()
    {
        await using var superuser = new NpgsqlConnection(
            $"{ConnectionString("postgres", "superuser.password")};Database=postgres;Pooling=false"
        );
        await superuser.OpenAsync();
        await using var known = new NpgsqlCommand("select 1 from pg_roles where rolname = 'phase1'", superuser);
        if (await known.ExecuteScalarAsync() is null)
        {
            // Of hexadecimal digits: nothing to be quoted.
            await using var create = new NpgsqlCommand(
                $"create role phase1 login createdb password '{Text("phase1.password")}'",
                superuser
            );
            await create.ExecuteNonQueryAsync();
        }
    }

    string ConnectionString(string role, string passwordFile) =>
        $"Host=127.0.0.1;Port={Port};Username={role};Password={Text(passwordFile)}";

    string? Text(string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
    }

    async Task WriteAsync(string name, string text, UnixFileMode? mode = null)
    {
        var path = Path.Combine(folder, name);
        File.Delete(path);
        await using var file = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = mode,
            }
        );
        await file.WriteAsync(Encoding.UTF8.GetBytes(text + "\n"));
    }

    static string NewPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
