using System.Globalization;
using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Unit.Tests.Servers;

public sealed class DetachedProcessTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("phase1-processes-").FullName;

    string PidFilePath => Path.Combine(_folder, "pid");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_process_is_remembered_ended_with_its_children_and_forgotten()
    {
        var process = Process("sleep 300 & echo $! >\"$1\"; echo started; wait");
        process.Start();
        var child = await ChildAsync();
        process.IsRunning.ShouldBeTrue();

        await PidFile.EndAsync(process.PidFile);

        process.IsRunning.ShouldBeFalse();
        // Killed with the others; that it is gone takes the system a moment.
        await Eventually.BecomesTrueAsync(() => Task.FromResult(ProcessIdentity.Of(child) is null), TestContext.Current.CancellationToken);
        File.Exists(PidFilePath).ShouldBeFalse();
        process.Words.ShouldBe("started");
    }

    [Fact]
    public async Task A_killed_process_is_still_remembered_and_can_be_started_again()
    {
        var process = Process("echo $$ >\"$1\"; exec sleep 300");
        process.Start();
        await ChildAsync();

        await process.KillAsync();

        process.IsRunning.ShouldBeFalse();
        process.PidFile.Exists.ShouldBeTrue();
        process.Start();
        process.IsRunning.ShouldBeTrue();
        await PidFile.EndAsync(process.PidFile);
    }

    [Fact]
    public async Task A_stranger_who_got_the_id_later_is_left_alone()
    {
        var own = ProcessIdentity.Of(Environment.ProcessId)!;
        var file = new PidFile(PidFilePath);
        file.Remember(own with { StartTime = own.StartTime - 1 });

        file.Running.ShouldBeNull();
        await PidFile.EndAsync(file);

        own.IsRunning.ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_remembered_is_nothing_to_be_ended() =>
        await PidFile.EndAsync(new PidFile(Path.Combine(_folder, "never", "made", "pid")));

    [Fact]
    public void An_identity_is_read_as_it_was_written()
    {
        var own = ProcessIdentity.Of(Environment.ProcessId)!;

        ProcessIdentity.Parse($"{own}\n").ShouldBe(own);
        ProcessIdentity.Parse("1234").ShouldBeNull();
    }

    DetachedProcess Process(string script) =>
        new(
            "A script",
            ["/bin/sh", "-c", script, "sh", Path.Combine(_folder, "child")],
            new Dictionary<string, string?>(),
            Path.Combine(_folder, "log"),
            PidFilePath
        );

    async Task<int> ChildAsync()
    {
        var file = Path.Combine(_folder, "child");
        while (true)
        {
            if (File.Exists(file) && int.TryParse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture, out var id))
            {
                return id;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
