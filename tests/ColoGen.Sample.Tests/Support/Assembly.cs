// A run is two guests on the processors that there are.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
