using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Phase1.Integration.Tests.FileIntake;

/// <summary>Reads answers of the service.</summary>
static class Answers
{
    public static async Task<JsonElement> ShouldBeAsync(this Task<HttpResponseMessage> pending, HttpStatusCode status)
    {
        using var response = await pending;
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, body);
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>A problem document with status and stable code.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this Task<HttpResponseMessage> pending, HttpStatusCode status, string code)
    {
        var problem = await pending.ShouldBeAsync(status);
        problem.GetProperty("code").GetString().ShouldBe(code);
        return problem;
    }

    /// <summary>Code by file name of what was refused.</summary>
    public static Dictionary<string, string> Refused(this JsonElement receipt) =>
        receipt
            .GetProperty("refused")
            .EnumerateArray()
            .ToDictionary(file => file.GetProperty("file_name").GetString()!, file => file.GetProperty("code").GetString()!);

    public static string[] Accepted(this JsonElement receipt) =>
        [.. receipt.GetProperty("accepted").EnumerateArray().Select(file => file.GetProperty("file_name").GetString()!)];
}
