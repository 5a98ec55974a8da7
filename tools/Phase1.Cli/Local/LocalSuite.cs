using Phase1.Cli.Output;
using Phase1.Servers;
using Phase1.Servers.Postgres;
using Phase1.Servers.Processes;
using Phase1.Servers.Suites;

namespace Phase1.Cli.Local;

/// <summary>The suite of this working copy. It outlives the command that started it; .phase1/ remembers it.</summary>
sealed class LocalSuite(StateFolder state, Screen screen)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    readonly SuiteServers _servers = new(state, screen);

    /// <summary>Whether any of its processes runs.</summary>
    internal bool IsRunning => PidFiles.Any(file => file.Running is not null);

    IReadOnlyList<PidFile> PidFiles =>
        [
            .. SuiteServices
                .All.Select(service => service.ShortName())
                .Prepend(SuiteProgram.AllInOne)
                .Select(name => new PidFile(state.PidOf(name))),
        ];

    /// <summary>Makes the suite run and be ready; what runs already is left as it is.</summary>
    internal async Task<(SuiteLauncher Suite, ServerAddresses Servers)> StartAsync(SuiteWish wish, CancellationToken cancellationToken)
    {
        using var held = await SuiteLock.TakeAsync(state, screen, cancellationToken);
        var anew = !IsRunning;
        if (anew)
        {
            await PrepareAsync(wish, cancellationToken);
        }
        else
        {
            RefuseOtherThan(wish);
        }
        try
        {
            return await RunAsync(anew, cancellationToken);
        }
        catch (Exception failed) when (anew)
        {
            // Half a suite is of no use: what was started together ends together.
            await PidFile.EndAsync(PidFiles);
            if (failed is OperationCanceledException)
            {
                await _servers.StopAsync();
            }
            throw;
        }
    }

    internal void Announce(SuitePlan plan)
    {
        if (plan.Brokers is { } brokers)
        {
            screen.Say($"on Kafka at {brokers}, a log for each service: {state.LogOf("bos")} and so on");
        }
        foreach (var service in SuiteServices.All)
        {
            screen.Say($"{service.Title(), -12} {plan.AddressOf(service)}");
        }
    }

    /// <summary>Ends the suite's processes and our servers; data stays.</summary>
    internal async Task EndAllAsync(CancellationToken cancellationToken)
    {
        if (state.IsThere)
        {
            using var held = await SuiteLock.TakeAsync(state, screen, cancellationToken);
            await EndProcessesAsync();
            await _servers.StopAsync();
            await new KeptPostgres(state.Bench).StopAsync();
        }
    }

    /// <summary>After a process has ended by itself: ends the others. False when ./phase1 down has ended all of them meanwhile.</summary>
    internal async Task<bool> EndOthersAsync(CancellationToken cancellationToken)
    {
        using var held = await SuiteLock.TakeAsync(state, screen, cancellationToken);
        var endedByItself = PidFiles.Any(file => file.Exists);
        await EndProcessesAsync();
        return endedByItself;
    }

    async Task EndProcessesAsync()
    {
        var running = IsRunning;
        await PidFile.EndAsync(PidFiles);
        if (running)
        {
            screen.Say("the suite has ended");
        }
    }

    void RefuseOtherThan(SuiteWish wish)
    {
        if (wish.BasePort is { } port && port != state.BasePort)
        {
            throw new CommandException($"the suite runs already, on {state.BasePort}; ./phase1 down ends it");
        }
        if (wish.Kafka && !state.OnKafka)
        {
            throw new CommandException("the suite runs already, in one process and without Kafka; ./phase1 down ends it");
        }
    }

    async Task PrepareAsync(SuiteWish wish, CancellationToken cancellationToken)
    {
        var basePort = wish.BasePort ?? SuitePlan.DefaultBasePort;
        await RefuseTakenPortsAsync(basePort, cancellationToken);
        if (wish.Kafka)
        {
            SuiteServers.RequireKafka();
        }
        // All services are built with it.
        await new DotnetBuild(state, screen).RunAsync("services/AllInOne", cancellationToken);
        // Again: a build may take minutes.
        await RefuseTakenPortsAsync(basePort, cancellationToken);
        state.OnKafka = wish.Kafka;
        state.BasePort = basePort;
    }

    static async Task RefuseTakenPortsAsync(int basePort, CancellationToken cancellationToken)
    {
        foreach (var port in SuiteServices.All.Select(service => SuitePlan.PortOf(basePort, service)))
        {
            if (await LoopbackPort.AnswersAsync(port, cancellationToken))
            {
                throw new CommandException($"port {port} is in use by somebody else; --base-port N chooses others");
            }
        }
    }

    async Task<(SuiteLauncher, ServerAddresses)> RunAsync(bool anew, CancellationToken cancellationToken)
    {
        var servers = await _servers.StartAsync(anew, cancellationToken);
        var launcher = Launcher(servers);
        if (anew)
        {
            await ForgetLastAsync(launcher);
        }
        launcher.Launch();
        await screen.WhileAsync(
            anew ? "starting the suite" : "waiting for the suite",
            tell => launcher.ReadyAsync(Patience, missing => tell(WaitingFor(missing)), cancellationToken)
        );
        return (launcher, servers);
    }

    async Task ForgetLastAsync(SuiteLauncher launcher)
    {
        await PidFile.EndAsync(PidFiles);
        foreach (var (program, _) in launcher.Members)
        {
            await File.WriteAllTextAsync(state.LogOf(program.Name), "");
        }
    }

    SuiteLauncher Launcher(ServerAddresses servers) =>
        new(
            new SuitePlan
            {
                BasePort = state.BasePort,
                InOneProcess = !state.OnKafka,
                Databases = SuiteServices.All.ToDictionary(
                    service => service,
                    service => PostgresDatabases.Of(servers.Postgres, SuiteServers.DatabaseOf(service))
                ),
                LogDatabase = state.OnKafka ? null : PostgresDatabases.Of(servers.Postgres, SuiteServers.LogDatabase),
                Brokers = servers.Brokers,
                Redis = servers.Redis,
                Clock = state.Clock,
                // What calls took outlives the programs, which are built anew.
                Settings = new Dictionary<string, string?> { ["Guard__SpoolFile"] = state.Usage },
            },
            program => new DetachedProcess(
                program.Name,
                program.Command,
                program.Environment,
                state.LogOf(program.Name),
                state.PidOf(program.Name)
            )
        );

    static string WaitingFor(IReadOnlyList<SuiteService> missing) =>
        $"waiting for {string.Join(", ", missing.Select(service => service.Title()))}";
}
