using Microsoft.Extensions.Configuration;
using Phase1.Events;
using Phase1.Tickets.Sops.Privacy;

namespace Phase1.Unit.Tests.Tickets;

public sealed class ParticipantsTests
{
    [Fact]
    public void Who_is_not_installed_is_not_waited_for()
    {
        Of(new(), new() { ["Services:ModelGateway"] = "" })
            .ShouldBe(ServiceNames.All.Except([ServiceNames.ModelGateway, ServiceNames.Feedback]));
        Of(new(), new() { ["Services:ModelGateway"] = "http://gateway.test", ["Services:Feedback"] = "http://feedback.test" })
            .ShouldBe(ServiceNames.All);
        Of(new() { Participants = [ServiceNames.Tickets] }, new() { ["Services:Feedback"] = "http://feedback.test" })
            .ShouldBe([ServiceNames.Tickets]);
    }

    [Fact]
    public void Whoever_is_named_is_a_service() =>
        new DataRequestOptions { Participants = ["registry"] }
            .Validate()
            .ShouldHaveSingleItem();

    static IReadOnlyList<string> Of(DataRequestOptions options, Dictionary<string, string?> settings) =>
        new Participants(options, new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Names;
}
