using Phase1.ClassManagement.Associations;

namespace Phase1.Unit.Tests.ClassManagement.Deadlines;

public class AssociationOptionsTests
{
    static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    static string[] Faults(AssociationOptions options) => [.. options.Validate()];

    [Fact]
    public void The_defaults_are_those_of_the_plan_and_valid()
    {
        var options = new AssociationOptions();

        options.Timeout.ShouldBe(TimeSpan.FromHours(24));
        options.MonitorInterval.ShouldBe(TimeSpan.FromMinutes(1));
        options.Reminders.ShouldBe([TimeSpan.FromHours(12), TimeSpan.FromHours(22)]);
        Faults(options).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "S-529")]
    public void Every_invalid_value_is_named_with_what_is_allowed()
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

        Faults(options)
            .ShouldBe([
                "Timeout must be from 00:01:00 to 365.00:00:00.",
                "MonitorInterval must be from 00:00:00.1 to 01:00:00.",
                "MonitorBatchSize must be from 1 to 10000.",
                "ReminderOffsets must be above 0.",
                "SuggestionGrace must be above 0 and at most 365.00:00:00.",
                "PlaceholderDomain must be a domain name.",
            ]);
    }

    [Fact]
    [Trait("Scenario", "S-529")]
    public void The_ends_of_every_range_are_inside_it()
    {
        Faults(
                new AssociationOptions
                {
                    Timeout = TimeSpan.FromMinutes(1),
                    MonitorInterval = TimeSpan.FromMilliseconds(100),
                    MonitorBatchSize = 1,
                    ReminderOffsets = [Tick],
                    SuggestionGrace = Tick,
                    PlaceholderDomain = "school",
                }
            )
            .ShouldBeEmpty();
        Faults(
                new AssociationOptions
                {
                    Timeout = TimeSpan.FromDays(365),
                    MonitorInterval = TimeSpan.FromHours(1),
                    MonitorBatchSize = 10_000,
                    ReminderOffsets = [],
                    SuggestionGrace = TimeSpan.FromDays(365),
                    PlaceholderDomain = DomainOf(200),
                }
            )
            .ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "S-529")]
    public void One_step_beyond_either_end_is_refused()
    {
        Faults(new AssociationOptions { Timeout = TimeSpan.FromMinutes(1) - Tick }).ShouldHaveSingleItem();
        Faults(new AssociationOptions { Timeout = TimeSpan.FromDays(365) + Tick }).ShouldHaveSingleItem();
        Faults(new AssociationOptions { MonitorInterval = TimeSpan.FromMilliseconds(100) - Tick }).ShouldHaveSingleItem();
        Faults(new AssociationOptions { MonitorInterval = TimeSpan.FromHours(1) + Tick }).ShouldHaveSingleItem();
        Faults(new AssociationOptions { MonitorBatchSize = 10_001 }).ShouldHaveSingleItem();
        Faults(new AssociationOptions { ReminderOffsets = [TimeSpan.FromHours(1), TimeSpan.Zero] }).ShouldHaveSingleItem();
        Faults(new AssociationOptions { SuggestionGrace = TimeSpan.FromDays(365) + Tick }).ShouldHaveSingleItem();
        Faults(new AssociationOptions { PlaceholderDomain = DomainOf(201) }).ShouldHaveSingleItem();
        Faults(new AssociationOptions { PlaceholderDomain = "10.0.0.1" }).ShouldHaveSingleItem();
    }

    [Fact]
    public void Reminders_come_once_each_in_order_and_before_the_deadline()
    {
        var options = new AssociationOptions
        {
            Timeout = TimeSpan.FromHours(10),
            ReminderOffsets = [TimeSpan.FromHours(10), TimeSpan.FromHours(9), TimeSpan.FromHours(1), TimeSpan.FromHours(9)],
        };

        options.Reminders.ShouldBe([TimeSpan.FromHours(1), TimeSpan.FromHours(9)]);
    }

    /// <summary>A name of so many characters, in labels that a domain name may have.</summary>
    static string DomainOf(int length) => string.Join('.', Enumerable.Repeat(new string('s', 49), 5))[..length];
}
