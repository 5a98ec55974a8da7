using Phase1.Feedback.Runs;

namespace Phase1.Feedback.Prompts;

/// <summary>What came of a call.</summary>
abstract record CallResult;

/// <summary>A model has answered.</summary>
sealed record Answered(string Content, string Model) : CallResult;

/// <summary>The call was made before, and its answer is not there any more.</summary>
sealed record Lost : CallResult;

/// <summary>A budget does not cover it.</summary>
sealed record Refused(Refusal Refusal) : CallResult;

/// <summary>No model takes this essay, whenever it is asked.</summary>
sealed record NotAccepted(string ErrorCode) : CallResult;

/// <summary>Nobody answers now.</summary>
sealed record Unavailable : CallResult;
