using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;

namespace Phase1.Integration.Tests.Messaging.Outages;

/// <summary>Association sets of CMS that wait for their teacher.</summary>
static class OpenSets
{
    /// <summary>Opens a set of one essay, without a suggestion, in a class of its own; gives the essay.</summary>
    public static async Task<Guid> OpenAsync(FaultyService service, Guid batchId, string teacher)
    {
        using var client = service.Service.As(teacher);
        var name = string.Create(CultureInfo.InvariantCulture, $"class {service.Service.NewId()}");
        using var created = await client.PostAsJsonAsync("/v1/classes", new { name, course_codes = new[] { "SV2" } }, FaultyService.Token);
        var schoolClass = await created.Content.ReadFromJsonAsync<JsonElement>(FaultyService.Token);
        var essayId = service.Service.NewId();
        await service.Service.FeedAsync(
            new BatchStudentMatchingRequested
            {
                BatchId = batchId,
                ClassId = schoolClass.GetProperty("id").GetGuid(),
                CourseCode = CourseCode.Sv2,
                EssaysToProcess = [new EssayRef { EssayId = essayId, TextStorageId = "text" }],
            }
        );
        await service.RestAsync();
        return essayId;
    }
}
