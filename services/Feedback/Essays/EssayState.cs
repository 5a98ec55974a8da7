namespace Phase1.Feedback.Essays;

/// <summary>Where an essay of a run stands.</summary>
enum EssayState
{
    Pending,
    Done,
    Failed,
}
