using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.Messaging.Background;
using Phase1.Messaging.Dispatch;
using Phase1.Messaging.Log;
using Phase1.Messaging.Loops;
using Phase1.Messaging.Operator;
using Phase1.Messaging.Records;
using Phase1.Messaging.Rounds;
using Phase1.Messaging.Sagas;
using Phase1.Messaging.Storage;
using Phase1.Messaging.Tables;
using Phase1.Messaging.Telemetry;
using Phase1.Messaging.Time;
using Phase1.Messaging.UnitsOfWork;

namespace Phase1.Messaging;

/// <summary>Puts the engine into a service's container.</summary>
public static class MessagingServices
{
    /// <summary>
    /// Adds the engine: unit of work, DbContext, inbox, outbox, sagas, dead letters, relay and pump. A log (<see cref="Log.ILog"/>) must be added
    /// beside it.
    /// </summary>
    /// <typeparam name="TContext">The service's DbContext; its model has the engine's tables and its constructor takes its options alone.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="connectionString">The service's own database.</param>
    /// <param name="options">How the engine runs.</param>
    /// <param name="configure">What the service handles.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static IServiceCollection AddPhase1Messaging<TContext>(
        this IServiceCollection services,
        string connectionString,
        MessagingOptions options,
        Action<MessagingBuilder> configure
    )
        where TContext : DbContext
    {
        if (options.Validate().FirstOrDefault() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }
        services.AddDatabaseTime();
        services.AddSingleton(options);
        services.TryAddSingleton<RetentionOptions>();
        services.AddSingleton<EngineGate>();
        services.AddSingleton(_ => DatabaseBell.Of(connectionString));
        services.AddSingleton<RelaySignal>();
        services.AddSingleton<RetrySignal>();
        services.AddSingleton<WorkTicks>();
        services.AddSingleton(sp => new EngineReport(
            sp.GetRequiredService<NpgsqlDataSource>(),
            sp.GetRequiredService<ILog>(),
            sp.GetRequiredService<HeldMessageTable>(),
            sp.GetRequiredService<Subscriptions>(),
            sp.GetRequiredService<RelaySignal>(),
            sp.GetRequiredService<WorkTicks>(),
            options
        ));
        services.AddSingleton<EngineMetrics>();
        services.AddSingleton(sp => new LogHealth(sp.GetRequiredService<EngineMetrics>(), sp.GetRequiredService<ILogger<LogHealth>>()));
        services.AddSingleton(sp => new ServiceTraces(options.ServiceName, sp.GetRequiredService<ILog>().SystemName));
        AddContext<TContext>(services);
        var handled = AddDispatch<TContext>(services, options, configure);
        services.AddSingleton(sp =>
            DatabaseTime.Create(WithSettings(connectionString, options, handled), sp.GetRequiredService<DatabaseTimeProvider>())
        );
        AddRounds(services, options);
        AddLoops(services, connectionString);
        return services;
    }

    static void AddContext<TContext>(IServiceCollection services)
        where TContext : DbContext
    {
        services.AddScoped(sp => new UnitOfWork(
            sp,
            sp.GetRequiredService<NpgsqlDataSource>(),
            sp.GetRequiredService<SagaCatalogue>(),
            new Lazy<IMessageDispatcher>(sp.GetRequiredService<RecordDispatcher>),
            sp.GetRequiredService<RelaySignal>(),
            sp.GetRequiredService<MessagingOptions>(),
            sp.GetRequiredService<TimeProvider>()
        ));
        services.AddScoped(sp =>
        {
            var work = sp.GetRequiredService<UnitOfWork>();
            var options = new DbContextOptionsBuilder<TContext>()
                .UseNpgsql(work.Connection)
                .AddInterceptors(new SaveEarlierInterceptor(work))
                .ReplaceService<IModificationCommandBatchFactory, BulkSaveFactory>()
                .Options;
            var context = (TContext)Activator.CreateInstance(typeof(TContext), options)!;
            work.Attach(context);
            return context;
        });
        services.AddScoped<DbContext>(sp => sp.GetRequiredService<TContext>());
        services.AddScoped<DeadLetterStore>();
        services.AddScoped<DeadLetterActs>();
        services.AddScoped<HeldKeyStore>();
    }

    static MessagingBuilder AddDispatch<TContext>(IServiceCollection services, MessagingOptions options, Action<MessagingBuilder> configure)
        where TContext : DbContext
    {
        MessagingBuilder? handled = null;
        services.AddMassTransit(bus =>
        {
            handled = new MessagingBuilder(bus);
            configure(handled);
            // No message ever crosses this transport: it only gives the pipeline its endpoint.
            bus.UsingInMemory();
        });
        services.AddSingleton(new Subscriptions(handled!.Messages, options.TopicPrefix));
        services.AddSingleton(new RetentionPlan(handled.Retention));
        services.AddSingleton(sp => new BatchRows(sp.GetRequiredService<RetentionPlan>(), sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new SagaCatalogue(handled.Sagas, ModelOf<TContext>()));
        services.AddSingleton<RecordDispatcher>();
        return handled;
    }

    // An instance that is suspended inside a transaction keeps its epochs locked and its successor waiting; the server ends that transaction.
    static string WithSettings(string connectionString, MessagingOptions options, MessagingBuilder handled)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.Options =
            $"{builder.Options} -c idle_in_transaction_session_timeout={(int)options.StillTransactionTimeout.TotalMilliseconds}".Trim();
        if (handled.PlansAnew)
        {
            builder.Options += " -c plan_cache_mode=force_custom_plan";
        }
        return builder.ConnectionString;
    }

    // The mapping alone is read; nothing is connected.
    static IModel ModelOf<TContext>()
        where TContext : DbContext
    {
        using var context = new ModelContextFactory<TContext>().CreateDbContext([]);
        return context.Model;
    }

    static void AddRounds(IServiceCollection services, MessagingOptions options)
    {
        services.AddSingleton<InboxTable>();
        services.AddSingleton<HeldMessageTable>();
        services.AddSingleton<DeadLetterTable>();
        services.TryAddSingleton<IProducerRules, CatalogueProducers>();
        services.AddSingleton<InboxHorizon>();
        services.AddSingleton<RecordAdmission>();
        // Every lane has its own.
        services.AddTransient<PartitionFence>();
        services.AddTransient(sp => new OwnOffsets(
            options.ServiceName,
            sp.GetRequiredService<NpgsqlDataSource>(),
            sp.GetRequiredService<ILogger<OwnOffsets>>()
        ));
        services.AddSingleton<RecordHandling>();
        services.AddSingleton<RoundStatements>();
        services.AddSingleton<RoundTransaction>();
        services.AddSingleton<RoundRunner>();
        services.AddSingleton<RedriveStatements>();
        services.AddSingleton<DryRun>();
    }

    static void AddLoops(IServiceCollection services, string connectionString)
    {
        services.AddHostedService<ClockReading>();
        services.AddHostedService<EngineStart>();
        services.AddSingleton<IHostedService>(sp => ActivatorUtilities.CreateInstance<OutboxRelay>(sp, connectionString));
        services.AddHostedService<RecordPump>();
        services.AddHostedService<HeldMessageRetrier>();
        services.AddHostedService<EngineGauges>();
        services.AddHostedService<RetentionJob>();
    }
}
