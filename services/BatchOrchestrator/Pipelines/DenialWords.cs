using Phase1.Events;

namespace Phase1.BatchOrchestrator.Pipelines;

/// <summary>Why a pipeline did not start, as a sentence.</summary>
static class DenialWords
{
    internal static string InWords(this DenialReason reason) =>
        reason switch
        {
            DenialReason.BatchNotReady => "The texts of the batch are not ready yet.",
            DenialReason.NoEssaysStored => "The batch has no text that could be analysed.",
            DenialReason.PipelineAlreadyRunning => "A pipeline is already running on the batch.",
            DenialReason.BatchTerminated => "The batch has ended.",
            DenialReason.NotOwner => "The batch belongs to another teacher.",
            DenialReason.UnknownPipeline => "There is no pipeline of this name.",
            DenialReason.InsufficientCredits => "The credits do not suffice.",
            DenialReason.RateLimitExceeded => "Too many pipelines were started within a minute.",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };
}
