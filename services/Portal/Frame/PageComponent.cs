using Microsoft.AspNetCore.Components;
using Phase1.Portal.Words;

namespace Phase1.Portal.Frame;

/// <summary>A page or a part of one. Razor makes components public, and so what they show.</summary>
public abstract class PageComponent : ComponentBase
{
    [Inject]
    PageContext Context { get; set; } = null!;

    private protected PageContext Page => Context;

    private protected IWords Say => Context.Words;
}

/// <summary>The same of something.</summary>
/// <typeparam name="TModel">What it shows.</typeparam>
public abstract class PageComponent<TModel> : PageComponent
{
    [Parameter]
    public TModel Model { get; set; } = default!;
}
