namespace Phase1.FileIntake.Extraction.Word;

/// <summary>An element that is open while a story is read: whether what it holds is shown.</summary>
sealed class StoryScope(string name, bool isWithinHidden)
{
    public string Name { get; } = name;
    public bool IsWithinHidden { get; } = isWithinHidden;
    public bool IsHidden { get; set; } = isWithinHidden;
    public bool IsPreserved { get; set; }
    public bool IsChosen { get; set; }

    public void Hide(bool hides) => IsHidden |= hides;
}
