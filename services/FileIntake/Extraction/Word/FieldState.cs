namespace Phase1.FileIntake.Extraction.Word;

/// <summary>Where the reader is within fields: Word shows their results and not their codes.</summary>
sealed class FieldState
{
    readonly Stack<bool> inCode = new();
    int codes;

    /// <summary>True within the code of any of the fields around.</summary>
    public bool InCode => codes > 0;

    /// <summary>Takes a <c>w:fldChar</c>.</summary>
    public void Take(string? type)
    {
        switch (type)
        {
            case "begin":
                inCode.Push(true);
                codes++;
                break;
            case "separate" when inCode.TryPop(out var code):
                codes -= code ? 1 : 0;
                inCode.Push(false);
                break;
            case "end" when inCode.TryPop(out var code):
                codes -= code ? 1 : 0;
                break;
            default:
                break;
        }
    }
}
