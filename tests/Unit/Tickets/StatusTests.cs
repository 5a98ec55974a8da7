using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Schema;
using Phase1.Tickets.Tools;

namespace Phase1.Unit.Tests.Tickets;

public sealed partial class StatusTests
{
    static readonly string[] Names = [.. WireEnum.Names<TicketStatus>()];

    [Theory]
    [Trait("Scenario", "TC-X06")]
    [InlineData("postgres")]
    [InlineData("sqlite")]
    public void The_check_of_each_database_has_the_names_of_the_statuses(string folder)
    {
        var file = MigrationFile.Of(folder).Single(file => file.Number == 9);

        var check = Check().Match(file.Text).Groups["names"].Value;

        check.Split(',').Select(name => name.Trim().Trim('\'')).ShouldBe(Names);
    }

    [Fact]
    [Trait("Scenario", "TC-X06")]
    public void So_have_the_tool_and_the_records()
    {
        var tool = new UpdateTicketTool(NullLogger<UpdateTicketTool>.Instance).Info.Parameters["properties"]!["status"]!;
        NamesOf(tool).ShouldBe(Names);
        foreach (var topic in new[] { Topics.TicketOpened, Topics.TicketClosed })
        {
            NamesOf(EventSchemas.Of(topic)["properties"]!["data"]!["properties"]!["status"]!).ShouldBe(Names);
        }
    }

    [Fact]
    public void Only_reopening_leads_out_of_what_has_ended()
    {
        foreach (var ended in Enum.GetValues<TicketStatus>().Where(status => status.IsTerminal()))
        {
            Enum.GetValues<TicketStatus>().Where(to => TransitionPolicy.Allows(ended, to)).ShouldBe([ended]);
        }
    }

    static IEnumerable<string> NamesOf(JsonNode schema) => schema["enum"]!.AsArray().Select(name => (string)name!);

    [GeneratedRegex(@"tickets_status_check check \(\s*status in \((?<names>[^)]*)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Check();
}
