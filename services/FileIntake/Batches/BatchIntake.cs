namespace Phase1.FileIntake.Batches;

/// <summary>What BOS says about a batch that somebody wants to add files to.</summary>
sealed record BatchIntake(bool AcceptsUploads, string UserId);
