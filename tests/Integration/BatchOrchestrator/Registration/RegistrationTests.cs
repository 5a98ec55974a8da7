using System.Net;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Registration;

public sealed class RegistrationTests
{
    [Fact, Trait("Scenario", "S-128")]
    public async Task A_registration_is_batch_essays_history_and_record_in_one()
    {
        await using var bos = await BosTest.StartAsync();

        var batch = await bos.RegisterAsync(essays: 30);

        (await bos.StatusAsync(batch)).ShouldBe("awaiting_content_validation");
        (await bos.PathAsync(batch)).ShouldBe(["awaiting_content_validation"]);
        (await bos.ListAsync<Guid>("select essay_id from batch_essays where batch_id = $1 order by ordinal", batch.BatchId)).ShouldBe(
            batch.EssayIds
        );
        var registered = (await bos.LogAsync<BatchEssaysRegistered>(batch.BatchId)).Single();
        (registered.Data.UserId, registered.Data.ClassId, registered.UserId).ShouldBe(
            (NeighbourFacts.Owner, bos.ClassId, NeighbourFacts.Owner)
        );
        var changed = (await bos.LogAsync<BatchStatusChanged>(batch.BatchId)).Single();
        (changed.Data.FromStatus, changed.Data.ToStatus).ShouldBe((null, BatchStatus.AwaitingContentValidation));
        changed.Header.CorrelationId.ShouldBe(registered.Header.CorrelationId);
        (await bos.OneAsync("select correlation_id from batches")).ShouldBe(registered.Header.CorrelationId);
    }

    [Theory, Trait("Scenario", "S-129")]
    [InlineData("foreign", 404, "CLASS_NOT_FOUND")]
    [InlineData("unknown", 404, "CLASS_NOT_FOUND")]
    [InlineData("course", 422, "COURSE_MISMATCH")]
    [InlineData("away", 503, "SERVICE_UNAVAILABLE")]
    public async Task A_class_that_does_not_fit_is_refused(string trouble, int status, string code)
    {
        await using var bos = await BosTest.StartAsync();
        var path = $"/internal/v1/classes/{bos.ClassId}";
        switch (trouble)
        {
            case "foreign":
                bos.OfferClass("teacher-2", CourseCode.Sv2);
                break;
            case "unknown":
                bos.Service.Others.OnGet(path, HttpStatusCode.NotFound);
                break;
            case "course":
                bos.OfferClass(NeighbourFacts.Owner, CourseCode.Eng5);
                break;
            default:
                bos.Service.Others.Away(path);
                break;
        }

        var answer = await bos.PostAsync("/v1/batches/register", BosTest.Registration(3, bos.ClassId));

        ((int)answer.StatusCode, await BosTest.CodeAsync(answer)).ShouldBe((status, code));
        (await bos.CountAsync("batches")).ShouldBe(0);
    }

    [Theory, Trait("Scenario", "S-129")]
    [InlineData("""{"expected_essay_count":101,"course_code":"SV2"}""", 422, "LIMIT_EXCEEDED")]
    [InlineData("""{"expected_essay_count":0,"course_code":"SV2"}""", 400, "VALIDATION_ERROR")]
    [InlineData("""{"course_code":"SV2"}""", 400, "MISSING_REQUIRED_FIELD")]
    [InlineData("""{"expected_essay_count":2}""", 400, "MISSING_REQUIRED_FIELD")]
    [InlineData("""{"expected_essay_count":2,"course_code":"SV9"}""", 400, "VALIDATION_ERROR")]
    [InlineData("""{"expected_essay_count":2,"course_code":"SV2","student_prompt_ref":"x"}""", 400, "VALIDATION_ERROR")]
    [InlineData("""{"expected_essay_count":2,"course_code":"SV2","essay_ids":[]}""", 400, "VALIDATION_ERROR")]
    public async Task A_malformed_registration_is_refused(string body, int status, string code)
    {
        await using var bos = await BosTest.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var answer = await bos.Teacher.PostAsync("/v1/batches/register", content, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode, await BosTest.CodeAsync(answer)).ShouldBe((status, code));
        (await bos.CountAsync("batches")).ShouldBe(0);
    }
}
