using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.Messaging.Loops;
using Phase1.Messaging.UnitsOfWork;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tests.Infrastructure.Wire;

namespace Phase1.Integration.Tests.Messaging.Outages;

/// <summary>
/// A service behind a <see cref="FaultyWire"/>. Of what it does by itself only the consuming of records goes on, so that every step on the wire is a
/// step of the request, the poll or the work that is looked at; what it records stays in the outbox.
/// </summary>
sealed class FaultyService(ServiceUnderTest service, FaultyWire wire) : IAsyncDisposable
{
    public ServiceUnderTest Service => service;

    public FaultyWire Wire => wire;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="service">The service.</param>
    /// <param name="isImpatient">It waits for a second only, the driver's shortest time: for faults that nobody ever hears of.</param>
    public static async Task<FaultyService> StartAsync(Func<Phase1Service> service, bool isImpatient)
    {
        var wire = new FaultyWire(await PostgresServer.SharedAsync(), isImpatient ? 1 : 30);
        return new(await ServiceUnderTest.StartAsync(service, Quiet, wire: wire), wire);
    }

    /// <summary>The next piece of work opens its connections anew, and one of its steps goes wrong.</summary>
    public void Arm(int step, WireFault fault)
    {
        service.Services.GetRequiredService<NpgsqlDataSource>().Clear();
        wire.Arm(step, fault);
    }

    /// <summary>One value, read past the wire; $1 is the id.</summary>
    public async Task<string> ReadAsync(string sql, Guid id)
    {
        await using var command = service.Db.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        return Convert.ToString(await command.ExecuteScalarAsync(Token)) ?? "";
    }

    /// <summary>The records that the service has put into its outbox and that nobody publishes.</summary>
    public async Task<byte[]> LastRecordedAsync(string topic)
    {
        await using var command = service.Db.CreateCommand("select envelope from outbox where topic = $1 order by id desc limit 1");
        command.Parameters.Add(new() { Value = topic });
        return (byte[])(await command.ExecuteScalarAsync(Token))!;
    }

    /// <summary>Waits until the service has put every record on the log behind it.</summary>
    public async Task RestAsync()
    {
        var log = new PostgresLogSource(service.Db);
        var options = service.Services.GetRequiredService<MessagingOptions>();
        var topics = service.Services.GetRequiredService<Subscriptions>().Topics;
        var began = TimeProvider.System.GetTimestamp();
        while (await log.UnreadAsync(options.ServiceName, [.. topics], Token) > 0)
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Eventually.Patience, "The poll does not come to its end.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }
    }

    /// <summary>Runs work of the service from its start until the database says that it is done, and stops it.</summary>
    /// <param name="make">Makes it.</param>
    /// <param name="done">Whether it is done; $1 is the id.</param>
    /// <param name="id">What it is about.</param>
    public async Task WorkAsync(Func<IServiceProvider, BackgroundWork> make, string done, Guid id)
    {
        using var work = make(service.Services);
        await work.StartAsync(Token);
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                if (wire.HasStruck)
                {
                    EndPauses(work);
                }
                return await ReadAsync(done, id) == bool.TrueString;
            },
            Token
        );
        await work.StopAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        wire.Disarm();
        await service.DisposeAsync();
        await wire.DisposeAsync();
    }

    // A tick after the fault may find rows still locked by the session that was cut, and leaves them to the next one.
    void EndPauses(BackgroundWork work)
    {
        (work as PeriodicWork)?.Wake();
        service.Services.GetRequiredService<RelaySignal>().Wake();
        service.Advance(service.Services.GetRequiredService<MessagingOptions>().RetryInterval);
    }

    static void Quiet(WebApplicationBuilder builder)
    {
        // A relay that has nothing more to publish takes no further step.
        builder.Configuration["Messaging:RelayInterval"] = "00:01:00";
        builder.Host.ConfigureContainer<IServiceCollection>(
            (_, services) =>
            {
                foreach (var loop in services.Where(IsLoop).ToList())
                {
                    services.Remove(loop);
                }
            }
        );
    }

    /// <summary>Work of this product beside requests and records; what starts the engine and what consumes is none.</summary>
    static bool IsLoop(ServiceDescriptor added)
    {
        if (added.ServiceType != typeof(IHostedService))
        {
            return false;
        }
        var type = added.ImplementationType ?? added.ImplementationFactory?.Method.ReturnType;
        return type?.Name is not ("EngineStart" or "RecordPump")
            && (type == typeof(IHostedService) || type?.Namespace?.StartsWith("Phase1.", StringComparison.Ordinal) == true);
    }
}
