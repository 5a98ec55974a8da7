using Phase1.ClassManagement.Associations;

namespace Phase1.Unit.Tests.Deadlines;

public class AssociationOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => new AssociationOptions().Validate().ShouldBeEmpty();

    [Fact]
    [Trait("Scenario", "S-529")]
    public void Every_invalid_value_is_named()
    {
        var options = new AssociationOptions
        {
            Timeout = TimeSpan.Zero,
            MonitorInterval = TimeSpan.Zero,
            MonitorBatchSize = 0,
            ReminderOffsets = [TimeSpan.FromHours(-1)],
            SuggestionGrace = TimeSpan.Zero,
            PlaceholderDomain = "no domain",
        };

        options
            .Validate()
            .Select(fault => fault.Split(' ')[0])
            .ShouldBe(["Timeout", "MonitorInterval", "MonitorBatchSize", "ReminderOffsets", "SuggestionGrace", "PlaceholderDomain"]);
    }
}
