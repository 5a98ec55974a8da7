namespace Phase1.Benchmarks.Engine;

/// <summary>What one run of the engine came to.</summary>
/// <param name="MessagesASecond">Records from the log to the log.</param>
/// <param name="BytesAMessage">What the process allocated for each, its start included.</param>
sealed record EngineFigures(double MessagesASecond, double BytesAMessage);
