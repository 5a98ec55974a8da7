namespace Phase1.Demo;

/// <summary>The demo cannot go on.</summary>
/// <param name="message">Why, for a person.</param>
sealed class DemoException(string message) : Exception(message);
