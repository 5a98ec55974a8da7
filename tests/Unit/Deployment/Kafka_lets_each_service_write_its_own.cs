using System.Runtime.Versioning;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.Messaging.Loops;
using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure.Docs;
using Phase1.Unit.Tests.Security;

namespace Phase1.Unit.Tests.Deployment;

/// <summary>deploy/kafka/acls.txt is generated from the catalogue and from what the services handle; deploy/kafka/apply-acls brings it to the brokers.</summary>
public sealed class Kafka_lets_each_service_write_its_own
{
    const string Outside = "outside";

    [Fact]
    public async Task The_list_of_rights_is_that_of_the_catalogue() =>
        new GeneratedPage("deploy/kafka/acls.txt").ShouldBe(await ListAsync());

    [Fact]
    public async Task Nobody_but_class_management_may_write_who_wrote_what()
    {
        var writers = (await ListAsync())
            .Split('\n')
            .Select(line => line.Split(' '))
            .Where(right =>
                right
                    is [
                        _,
                        "Write",
                        "topic",
                        Topics.StudentAssociationsConfirmed
                        or Topics.EssayStudentAssociationUpdated
                        or Topics.StudentAssociationsRestated,
                    ]
            )
            .Select(right => right[0]);

        writers.Distinct().ShouldBe([ServiceNames.ClassManagement]);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void The_script_may_be_run() =>
        File.GetUnixFileMode(Repository.PathOf("deploy/kafka/apply-acls")).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();

    static async Task<string> ListAsync()
    {
        var list = new StringBuilder(
            """
            # Who may do what on Kafka, a right a line: who, operation, kind, name. Generated from the catalogue of topics (PHASE1_WRITE_DOCS=1 and
            # the unit tests write it anew); apply-acls beside it says how it is used.

            """
        );
        foreach (var service in HostWithoutDatabase.All)
        {
            await using var host = HostWithoutDatabase.Build(service);
            var name = host.Services.GetRequiredService<MessagingOptions>().ServiceName;
            Append(name, "Write", "topic", Topics.All.Where(topic => Topics.ProducersOf(topic).Contains(name)));
            var observers = host.Services.GetServices<LogObserver>().ToList();
            var consumed = host.Services.GetRequiredService<Subscriptions>().Topics;
            var read = consumed.Concat(observers.SelectMany(observer => observer.TopicNames)).ToHashSet();
            Append(name, "Read", "topic", Topics.All.Where(read.Contains));
            Append(name, "Read", "group", consumed.Count > 0 ? [name] : []);
            Append(name, "Read", "group", observers.Select(observer => observer.Group));
        }
        Append(Outside, "Write", "topic", Topics.All.Where(Topics.IsOpen));
        return list.ToString();

        void Append(string who, string operation, string kind, IEnumerable<string> names)
        {
            foreach (var name in names)
            {
                list.Append($"{who} {operation} {kind} {name}\n");
            }
        }
    }
}
