using System.Text.Json;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Registration;

/// <summary>The body of a registration.</summary>
sealed record RegistrationRequest
{
    public int? ExpectedEssayCount { get; init; }
    public string? CourseCode { get; init; }
    public Guid? ClassId { get; init; }
    public JsonElement? StudentPromptRef { get; init; }
    public string? AssignmentId { get; init; }

    /// <summary>Checked for their number, then ignored: essay ids are minted here.</summary>
    public IReadOnlyList<Guid>? EssayIds { get; init; }

    internal RegisterBatch ToCommand(Guid batchId, Caller caller, int maxEssays)
    {
        var count = ExpectedEssayCount ?? throw ProblemException.Missing("expected_essay_count");
        var code = CourseCode ?? throw ProblemException.Missing("course_code");
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Expect(count >= 1, "expected_essay_count", "A batch has at least one essay.");
        Expect(WireEnum.TryParse<CourseCode>(code, out var course), "course_code", "There is no such course.");
        Expect(ClassId != Guid.Empty, "class_id", "The id is missing.");
        Expect(AssignmentId is null or { Length: >= 1 and <= 100 }, "assignment_id", "1 to 100 characters.");
        Expect(
            StudentPromptRef is null or { ValueKind: JsonValueKind.Object or JsonValueKind.Null },
            "student_prompt_ref",
            "The reference is an object."
        );
        Expect(
            StudentPromptRef is not { ValueKind: JsonValueKind.Object } reference || FreeJson.IsBounded(reference),
            "student_prompt_ref",
            $"The reference has {FreeJson.Rule}."
        );
        Expect(EssayIds is null || EssayIds.Count == count, "essay_ids", "There must be as many ids as essays.");
        if (errors.Count > 0)
        {
            throw ProblemException.Validation(errors);
        }
        if (count > maxEssays)
        {
            throw new ProblemException(Problems.LimitExceeded, $"A batch has at most {maxEssays} essays.");
        }
        return new()
        {
            BatchId = batchId,
            UserId = caller.UserId,
            OrgId = caller.OrgId,
            ClassId = ClassId,
            CourseCode = course,
            ExpectedEssayCount = count,
            StudentPromptRef = StudentPromptRef is { ValueKind: JsonValueKind.Object } prompt ? prompt.GetRawText() : null,
            AssignmentId = AssignmentId,
        };

        void Expect(bool holds, string field, string message)
        {
            if (!holds)
            {
                errors[field] = [message];
            }
        }
    }
}
