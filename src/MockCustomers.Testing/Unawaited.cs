namespace MockCustomers.Testing;

/// <summary>What completes at once as a rule, for those who cannot await it.</summary>
internal static class Unawaited
{
    /// <summary>Begins it where nothing of it comes back to the caller's context, which stands still until it is done.</summary>
    public static T Of<T>(Func<ValueTask<T>> begin)
    {
        if (TaskScheduler.Current != TaskScheduler.Default) return Task.Run(() => begin().AsTask()).GetAwaiter().GetResult();
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var begun = begin();
            return begun.IsCompleted ? begun.Result : begun.AsTask().GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
