using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Phase1.Demo.Samples;
using Phase1.Demo.Steps;
using Phase1.Events;
using Phase1.Load.Harms;
using Phase1.Load.Stories;
using Phase1.Load.Suite;
using Phase1.Load.Teaching;
using Phase1.Servers.Processes;
using Phase1.Servers.Suites;

namespace Phase1.Load.Privacy;

/// <summary>
/// A request for one student of the demo class before one's eyes, from receipt to package and from receipt to proof, on a private suite whose clock is moved.
/// What the services say is compared with what lies in their databases; it is the same when their processes are killed all the while.
/// </summary>
sealed class PrivacyStory(PrivacyOptions options, Action<string> tell, TimeProvider clock)
{
    const string Deciding = "E2E-03";
    const string Passing = "E2E-04";
    const string Asking = "E2E-07";
    const string Forgetting = "E2E-08";
    const string Killing = "E2E-11";
    const string Requester = "guardian@example.com";
    const string Original = $"{ServiceNames.FileIntake}/original/";
    const string Manifest = "manifest.json";

    static readonly TimeSpan Deadline = TimeSpan.FromHours(25);

    // Beyond DataRequests:LogHorizon.
    static readonly TimeSpan Horizon = TimeSpan.FromDays(8) + TimeSpan.FromMinutes(1);

    static readonly object Approval = new { Decision = "approve" };

    // How often the story says where it is.
    const double Steps = 6;

    readonly List<StoryFinding> _findings = [];
    int _step;

    internal async Task<PrivacyResult> RunAsync(CancellationToken cancellationToken)
    {
        tell($"starting the services and a database; seed {options.Seed}, {options.Kills} kills");
        var folder = Directory.CreateTempSubdirectory("phase1-privacy-");
        try
        {
            await using var suite = await RunningSuite.StartAsync(
                kafka: null,
                instances: 1,
                Settings(folder),
                cancellationToken,
                withModels: true
            );
            var samples = await SampleData.ReadAsync(Repository.PathOf("deploy/samples"), cancellationToken);
            using var teacher = await Teacher.BeginAsync(suite.BasePorts[0], samples, clock, cancellationToken);
            using var staff = new Staff(suite, "officer-1", clock);
            using var desk = new Staff(suite, teacher.Name, clock);
            var waiting = new Waiting(clock);
            var cast = new Cast(samples, teacher, new Reviews(desk, waiting), new Officer(staff, waiting), new Holdings(suite));
            return await DisturbedAsync(suite, token => TellAsync(cast, token), cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    Dictionary<string, string?> Settings(DirectoryInfo folder) =>
        new()
        {
            ["Demo__Clock"] = Path.Combine(folder.FullName, "clock"),
            ["Guard__SpoolFile"] = Path.Combine(folder.FullName, "usage.spool"),
            // Nobody waits long for the tickets of a process that was killed.
            ["Tickets__Heartbeat"] = options.Kills > 0 ? "00:00:01" : null,
            ["Tickets__Lease"] = options.Kills > 0 ? "00:00:05" : null,
            ["Tickets__SweepInterval"] = options.Kills > 0 ? "00:00:02" : null,
        };

    async Task<PrivacyResult> DisturbedAsync(
        RunningSuite suite,
        Func<CancellationToken, Task<PrivacyResult>> story,
        CancellationToken cancellationToken
    )
    {
        var misfortune = new Misfortune(options.Seed, tell, clock);
        misfortune.Plan(new ServiceKill(suite), options.Kills);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var strikes = misfortune.StrikeAsync(() => _step / Steps, either.Token);
        try
        {
            var told = await story(either.Token);
            await strikes;
            if (options.Kills > 0)
            {
                Note(Killing, "processes that were killed meanwhile", options.Kills, misfortune.Happened<ServiceKill>());
            }
            return told;
        }
        finally
        {
            await either.CancelAsync();
            await strikes.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    void Say(string sentence)
    {
        _step++;
        tell(sentence);
    }

    async Task<PrivacyResult> TellAsync(Cast cast, CancellationToken cancellationToken)
    {
        var batches = await TeachAsync(cast, cancellationToken);
        var found = await cast.Officer.FindAsync(cast.Pupil.Email!, cancellationToken);
        Note(Asking, "students whom CMS finds by the address", 1, found.Count);
        var package = await AskAsync(cast, found, cancellationToken);
        return await ForgetAsync(cast, found, package, batches, cancellationToken);
    }

    // Two batches of the same class: about what is not certain the teacher decides in the one, and the deadline in the other.
    async Task<IReadOnlyList<DemoBatch>> TeachAsync(Cast cast, CancellationToken cancellationToken)
    {
        var decided = await HandInAsync(cast, cancellationToken);
        var waiting = await cast.Reviews.CountAsync(decided, Reviews.Association, "deferred", null, cancellationToken);
        Note(Deciding, "reviews that wait for the teacher", 1, waiting);
        await cast.Teacher.SettleAsync(decided, cancellationToken);
        await ReadyAsync(cast, [decided], cancellationToken);
        var ended = await cast.Reviews.CountAsync(decided, Reviews.Association, "completed", "human", cancellationToken);
        Note(Deciding, "reviews that the teacher has ended", 1, ended);

        var left = await HandInAsync(cast, cancellationToken);
        Say($"{Passing}: the deadline passes");
        await cast.Teacher.LetPassAsync(Deadline, cancellationToken);
        await ReadyAsync(cast, [left], cancellationToken);
        var passed = await cast.Reviews.CountAsync(left, Reviews.Association, "completed", "mixed", cancellationToken);
        Note(Passing, "reviews that teacher and deadline have ended", 1, passed);
        var unknown = await cast.Reviews.CountAsync(left, Reviews.Unknown, "deferred", null, cancellationToken);
        Note(Passing, "batches with essays that wait for a name", 1, unknown);
        return [decided, left];
    }

    async Task<DemoBatch> HandInAsync(Cast cast, CancellationToken cancellationToken)
    {
        var regular = cast.Samples.Batches.First(batch => batch.BatchKind == BatchKind.Regular);
        Say($"{Deciding}: a class of {cast.Samples.Class.Students.Count} hands in {regular.Files.Count} files");
        var batch = await cast.Teacher.HandInAsync(regular, cancellationToken);
        await cast.Teacher.WatchAsync(batch, view => view.HasSuggestions || view.IsReady, cancellationToken);
        await cast.Teacher.AcceptAsync(batch, cancellationToken);
        return batch;
    }

    async Task<IReadOnlyDictionary<string, byte[]>> AskAsync(Cast cast, IReadOnlyList<Guid> students, CancellationToken cancellationToken)
    {
        Say($"{Asking}: somebody asks what is held about {cast.Pupil.FirstName}");
        var ticket = await cast.Officer.OpenAsync("DSAR_ACCESS", Requester, students, cancellationToken);
        await cast.Officer.DecideAsync(ticket, "approval", Approval, cancellationToken);
        var answered = await cast.Officer.AtAsync(ticket, "delivery", cancellationToken);
        var answers = ServiceProof.ResultOf(answered, "collection")["answers"]!.AsObject();
        Note(Asking, "essays that are the student's", 2, ServiceProof.ResultOf(answered, "scope")["essays"]!.AsArray().Count);
        Note(Asking, "services that have answered", ServiceNames.All.Count, answers.Count);

        var files = await cast.Officer.PackageAsync(ticket, cancellationToken);
        // The five that keep something of every student; what the others count here is requests alone, or nothing.
        Note(
            Asking,
            "services with a folder in the package",
            5,
            files.Keys.Where(name => name.Contains('/', StringComparison.Ordinal)).CountBy(FolderOf).Count()
        );
        Note(Asking, "files as they were handed in", 2, files.Keys.Count(name => name.StartsWith(Original, StringComparison.Ordinal)));
        var listed = JsonNode.Parse(files[Manifest])!["files"]!.AsArray();
        Note(Asking, "files that the manifest lists", files.Count - 1, listed.Count);
        Note(Asking, "files that are as the manifest says", files.Count - 1, listed.Count(file => IsAsListed(files, file!)));
        Note(Asking, "others of the class who are named in it", 0, OthersIn(cast, files));
        Note(Asking, "records and log lines with the address", 0, await cast.Holdings.ToldAsync(cast.Pupil.Email!, cancellationToken));
        await cast.Officer.DecideAsync(ticket, "delivery", new { Decision = "delivered" }, cancellationToken);
        await cast.Officer.EndedAsync(ticket, cancellationToken);
        return files;
    }

    async Task<PrivacyResult> ForgetAsync(
        Cast cast,
        IReadOnlyList<Guid> students,
        IReadOnlyDictionary<string, byte[]> package,
        IReadOnlyList<DemoBatch> batches,
        CancellationToken cancellationToken
    )
    {
        Say($"{Forgetting}: and wants {cast.Pupil.FirstName} to be forgotten");
        var ticket = await cast.Officer.OpenAsync("DSAR_DELETE", Requester, students, cancellationToken);
        var asked = await cast.Officer.AtAsync(ticket, "approval", cancellationToken);
        var marks = MarksOf(asked, students, package);
        var before = await cast.Holdings.RowsAsync();
        await cast.Officer.DecideAsync(ticket, "approval", Approval, cancellationToken);
        await cast.Officer.AtAsync(ticket, "proof", cancellationToken);
        Note(Forgetting, "rows of others that have changed", 0, Holdings.ChangedOfOthers(before, await cast.Holdings.RowsAsync(), marks));

        Say($"{Forgetting}: erased; the ticket sleeps until the log has forgotten");
        await cast.Teacher.LetPassAsync(Horizon, cancellationToken);
        var ended = await cast.Officer.EndedAsync(ticket, cancellationToken);
        var proof = ServiceProof.Of(ended);
        Note(Forgetting, "services that have erased and looked again", ServiceNames.All.Count, proof.Count);
        Note(Forgetting, "rows that were left", 0, proof.Sum(service => service.Remaining));
        Note(Forgetting, "rows that were found when the log had forgotten", 0, proof.Sum(service => service.Found));
        var after = await cast.Holdings.RowsAsync();
        // The row itself stays, and stands for nobody.
        Note(Forgetting, "tables with the student's id", 1, after.Sum(rows => students.Sum(id => rows.TablesWith(id.ToString()).Count())));
        Note(Forgetting, "tables with the student's address", 0, after.Sum(rows => rows.TablesWith(cast.Pupil.Email!).Count()));
        Note(
            Forgetting,
            "students whom CMS finds by the address",
            0,
            (await cast.Officer.FindAsync(cast.Pupil.Email!, cancellationToken)).Count
        );
        await ReadyAsync(cast, batches, cancellationToken);
        Note(Forgetting, "tickets of requests", 2, await cast.Holdings.RequestsAsync(cancellationToken));
        return new(_findings, ticket, proof);
    }

    static async Task ReadyAsync(Cast cast, IReadOnlyList<DemoBatch> batches, CancellationToken cancellationToken)
    {
        foreach (var batch in batches)
        {
            await cast.Teacher.WatchAsync(batch, view => view.IsReady, cancellationToken);
        }
    }

    static string FolderOf(string name) => name[..name.IndexOf('/', StringComparison.Ordinal)];

    static bool IsAsListed(IReadOnlyDictionary<string, byte[]> files, JsonNode listed) =>
        files.TryGetValue((string)listed["name"]!, out var bytes)
        && (string?)listed["sha256"] == Convert.ToHexStringLower(SHA256.HashData(bytes));

    static int OthersIn(Cast cast, IReadOnlyDictionary<string, byte[]> files)
    {
        var all = string.Concat(files.Values.Select(bytes => Encoding.UTF8.GetString(bytes)));
        return cast.Samples.Class.Students.Count(student =>
            student != cast.Pupil
            && (
                all.Contains(cast.Teacher.IdOf(student).ToString(), StringComparison.Ordinal)
                || (student.Email is { } address && all.Contains(address, StringComparison.OrdinalIgnoreCase))
            )
        );
    }

    // What stands in a row that is the student's: ids of the student, and of essays, uploads, texts and files.
    static IReadOnlyCollection<string> MarksOf(
        JsonNode ticket,
        IReadOnlyList<Guid> students,
        IReadOnlyDictionary<string, byte[]> package
    ) =>
        [
            .. students.Select(id => id.ToString()),
            .. ServiceProof.ResultOf(ticket, "scope")["essays"]!
                .AsArray()
                .SelectMany(essay => new[] { essay!["essay_id"], essay["file_upload_id"], essay["text_storage_id"] })
                .Select(id => (string?)id)
                .OfType<string>(),
            .. package.Keys.Where(name => name.StartsWith(Original, StringComparison.Ordinal)).Select(name => name[Original.Length..]),
        ];

    void Note(string scene, string what, decimal expected, decimal found) => _findings.Add(new(scene, what, expected, found));

    /// <summary>Who takes part.</summary>
    sealed record Cast(SampleData Samples, Teacher Teacher, Reviews Reviews, Officer Officer, Holdings Holdings)
    {
        /// <summary>Of the class, one whose essay is certain, and who has an address.</summary>
        internal SampleStudent Pupil { get; } =
            Samples.Class.Students.First(student => student.Email is not null && IsCertain(Samples, student));

        static bool IsCertain(SampleData samples, SampleStudent student) =>
            samples
                .Batches.First(batch => batch.BatchKind == BatchKind.Regular)
                .Files.Any(file => file.Student == student.Key && file.Expected == "high");
    }
}
