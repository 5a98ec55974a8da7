namespace Phase1.Events;

static class MatchingContracts
{
    public const int MaxSuggestions = 10;
}
