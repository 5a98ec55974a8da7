using Microsoft.Extensions.Configuration;
using Phase1.FileIntake;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.FileIntake;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("Intake:MinCharacters", "0")]
    [InlineData("Intake:MinCharacters", "60000")]
    [InlineData("Intake:MaxFileBytes", "-1")]
    [InlineData("Intake:MaxExpandedBytes", "0")]
    [InlineData("Intake:ExtractionTimeout", "00:00:00")]
    [InlineData("Intake:PdfToText", " ")]
    [InlineData("Services:BatchOrchestrator", "nowhere")]
    public async Task A_limit_that_makes_no_sense_stops_the_start_and_is_named(string option, string value)
    {
        var start = () =>
            ServiceUnderTest.StartAsync(
                () => new FileIntakeService(),
                builder => builder.Configuration.AddInMemoryCollection([new(option, value)])
            );

        (await start.ShouldThrowAsync<ConfigurationException>()).Message.ShouldContain(option);
    }
}
