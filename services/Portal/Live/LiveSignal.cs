using Phase1.Messaging.Background;

namespace Phase1.Portal.Live;

/// <summary>Wakes the watch of this process when a pulse has been raised in it. What is missed costs one second.</summary>
sealed class LiveSignal : WakeSignal;
