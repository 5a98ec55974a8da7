using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Messaging;
using Phase1.Messaging.Loops;

namespace Phase1.Tests.Infrastructure.Suites;

/// <summary>A service as a reader of the log: the topics that it handles, as they are called on the log, and its own tables.</summary>
public sealed record SuiteConsumer(string Service, IReadOnlyList<string> Topics, NpgsqlDataSource Database)
{
    public static IReadOnlyList<SuiteConsumer> AllOf(SuiteUnderTest suite) =>
        [
            .. suite.Services.Select(service => new SuiteConsumer(
                service.GetRequiredService<MessagingOptions>().ServiceName,
                service.GetRequiredService<Subscriptions>().Topics,
                service.GetRequiredService<NpgsqlDataSource>()
            )),
        ];
}
