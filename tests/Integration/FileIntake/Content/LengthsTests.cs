using System.Net;
using System.Text;
using Phase1.Events;

namespace Phase1.Integration.Tests.FileIntake.Content;

[Trait("Scenario", "S-302")]
public sealed class LengthsTests
{
    [Fact]
    public async Task Only_texts_of_fifty_to_fifty_thousand_characters_become_essays()
    {
        await using var intake = await IntakeHarness.StartAsync();

        await intake
            .UploadAsync(
                ("49.txt", OfLength(49)),
                ("50.txt", OfLength(50)),
                ("50000.txt", OfLength(50_000)),
                ("50001.txt", OfLength(50_001)),
                ("blank.txt", "  \r\n \t "u8.ToArray())
            )
            .ShouldBeAsync(HttpStatusCode.Accepted);
        await intake.SettleAsync();

        var failed = await intake.Service.Log.FactsAsync<EssayValidationFailed>(TestContext.Current.CancellationToken);
        failed
            .ToDictionary(fact => fact.Data.OriginalFileName!, fact => fact.Data.ValidationErrorCode)
            .ShouldBe(
                new Dictionary<string, ValidationErrorCode>
                {
                    ["49.txt"] = ValidationErrorCode.ContentTooShort,
                    ["50001.txt"] = ValidationErrorCode.ContentTooLong,
                    ["blank.txt"] = ValidationErrorCode.EmptyContent,
                },
                ignoreOrder: true
            );
        var provisioned = await intake.Service.Log.FactsAsync<EssayContentProvisioned>(TestContext.Current.CancellationToken);
        provisioned.Select(fact => fact.Data.OriginalFileName).ShouldBe(["50.txt", "50000.txt"], ignoreOrder: true);
        (await intake.StateAsync())["49.txt"].GetProperty("error_code").GetString().ShouldBe("CONTENT_TOO_SHORT");
    }

    static byte[] OfLength(int characters) => Encoding.UTF8.GetBytes($"\n  {new string('å', characters)} \n");
}
